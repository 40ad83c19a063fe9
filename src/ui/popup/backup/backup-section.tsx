import { t } from '../../../platform/i18n';
import type { BackupModel } from './backup';
import type { BackupBody, BackupProps } from './backup-body';
import { BACKUP_ID } from './backup-place';
import type { LazyPart } from '../parts/lazy-part';
import { LazySection } from '../parts/lazy-section';

/** What the section is made of, with what it works on. */
export interface BackupPart {
  readonly Body: typeof BackupBody;
  readonly model: BackupModel;
}

interface Props extends BackupProps {
  readonly part: LazyPart<BackupPart>;
  readonly setOpen: (open: boolean) => void;
}

/** Sync and backup. */
export function BackupSection({ part, setOpen, ...props }: Props) {
  const { open, alarm } = props;
  return (
    <LazySection id={BACKUP_ID} kind="backup" title={t('backup_title')} part={part} open={open} setOpen={setOpen} alarm={alarm}>
      {({ Body, model }) => <Body {...props} model={model} />}
    </LazySection>
  );
}
