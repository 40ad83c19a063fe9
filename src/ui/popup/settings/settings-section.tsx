import { t } from '../../../platform/i18n';
import { lazyPart } from '../parts/lazy-part';
import { LazySection } from '../parts/lazy-section';
import type { SettingsProps } from './settings-body';

// All topics with their words first of all.
const part = lazyPart(() => import('./settings-body'));

interface Props extends SettingsProps {
  /** Shows what has failed until it is dismissed. */
  readonly alarm: (text: string) => void;
}

/** The settings. */
export function SettingsSection({ alarm, ...props }: Props) {
  return (
    <LazySection kind="settings" title={t('popup_settings')} part={part} alarm={alarm}>
      {({ SettingsBody }) => <SettingsBody {...props} />}
    </LazySection>
  );
}
