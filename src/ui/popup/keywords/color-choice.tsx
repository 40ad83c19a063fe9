import { useEffect, useRef } from 'preact/hooks';
import { KEYWORD_COLORS, type Keyword, type KeywordColor } from '../../../domain/keyword';
import { t } from '../../../platform/i18n';

interface Props {
  readonly keyword: Keyword;
  readonly choose: (color: KeywordColor) => void;
}

/** The eight colors, each written in its own color and underline style. */
export function ColorChoice({ keyword, choose }: Props) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(), []);
  return (
    <div ref={group} class="colors" role="group" aria-label={t('popup_color_choice', keyword.source)}>
      {KEYWORD_COLORS.map((color) => (
        <button key={color} type="button" class="color" aria-pressed={color === keyword.color} onClick={() => choose(color)}>
          <span class={`kw-${color}`}>{t(`popup_${color}`)}</span>
        </button>
      ))}
    </div>
  );
}
