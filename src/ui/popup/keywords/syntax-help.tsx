import { t } from '../../../platform/i18n';

/** The keyword syntax in four lines. */
export function SyntaxHelp() {
  return (
    <details class="syntax">
      <summary>{t('popup_syntax')}</summary>
      <dl>
        <dt>quanti*</dt>
        <dd>{t('popup_syntax_prefix')}</dd>
        <dt>"RAG"</dt>
        <dd>{t('popup_syntax_case')}</dd>
        <dt>RLHF | DPO</dt>
        <dd>{t('popup_syntax_alternatives')}</dd>
      </dl>
      <p>{t('popup_syntax_rest')}</p>
    </details>
  );
}
