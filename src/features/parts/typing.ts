/** The types of input that no sign is typed into. */
const WITHOUT_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Roles of what takes text, or goes to what begins with the letter that is typed. */
const TAKES_LETTERS = /^(?:textbox|searchbox|combobox|spinbutton|listbox|option|menu|menubar|menuitem\w*|tree|treeitem|application)$/;

/** Whether a key goes into a field, or to something else that wants letters for itself. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const path = event.composedPath().filter((node): node is HTMLElement => (node as Node).nodeType === Node.ELEMENT_NODE);
  const target = path[0];
  if (!target) return false;
  return isField(target) || hidesFocus(target) || path.some((node) => node.isContentEditable || TAKES_LETTERS.test(node.getAttribute('role') ?? ''));
}

function isField(target: HTMLElement): boolean {
  if (target.localName === 'input') return !WITHOUT_TEXT.has((target as HTMLInputElement).type);
  return target.localName === 'textarea' || target.localName === 'select';
}

/**
 * Whether what has the focus is inside a shadow root that nobody may look into. There may be a field: a custom element is taken
 * for one, and so is what could not have the focus itself.
 */
function hidesFocus(target: HTMLElement): boolean {
  const { body, documentElement } = target.ownerDocument;
  if (target === body || target === documentElement) return false;
  return target.localName.includes('-') || (target.tabIndex < 0 && !target.hasAttribute('tabindex'));
}

/** Whether something stands before the page that has the keys for itself. */
export function isBehindDialog(document: Document): boolean {
  return [...document.querySelectorAll(':modal, dialog[open], [aria-modal="true"]')].some((each) => each.checkVisibility());
}
