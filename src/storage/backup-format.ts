/** What a backup file says of itself. A file of a later version is not read: what it holds might be lost on the way. */
export const BACKUP_FORMAT = 'papersift-backup';
export const BACKUP_VERSION = 1;

export type BackupFileProblem = 'too-large' | 'not-json' | 'other-format' | 'newer-format';

const MESSAGES: Readonly<Record<BackupFileProblem, string>> = {
  'too-large': 'The file is too large for a backup.',
  'not-json': 'The file is no JSON.',
  'other-format': 'The file is no backup of Papersift.',
  'newer-format': 'The file was made by a newer version of Papersift.',
};

/** Why a file cannot be imported at all. Its message is for logs: a reader is told by `problem`. */
export class BackupFileError extends Error {
  readonly problem: BackupFileProblem;

  constructor(problem: BackupFileProblem) {
    super(MESSAGES[problem]);
    this.name = 'BackupFileError';
    this.problem = problem;
  }
}
