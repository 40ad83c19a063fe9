export interface Settings {
  /** Off: the page is as the host made it. */
  readonly enabled: boolean;
  /** Ids of the topics whose chips the reader does not want. */
  readonly topicsOff: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { enabled: true, topicsOff: [] };
