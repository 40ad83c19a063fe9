/** The id of the section. */
export const BACKUP_ID = 'backup';

/** The popup's page as a tab, at this section. */
export const OWN_TAB = `#${BACKUP_ID}`;

/** True when this page was opened to show this section. */
export function isOpenedAtBackup(): boolean {
  return location.hash === OWN_TAB;
}
