/** The parts of a card of ours that the reader can do without. */
export const SHOWN_PARTS = ['chips', 'reason', 'abstract', 'links'] as const;

export type ShownPart = (typeof SHOWN_PARTS)[number];
