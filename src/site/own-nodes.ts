/** Marks the top node of each part that the extension inserted: what stands below it is not the host's. */
export const OWN_MARK = 'data-papersift';

/** Whether `node` was inserted by the extension, or stands below what was. */
export function isOwn(node: Element): boolean {
  return node.closest(`[${OWN_MARK}]`) !== null;
}

/** Whether the host gave `parent` one child and no more. Looks at two children at most, however long a list is. */
export function hasOneHostChild(parent: Element): boolean {
  let count = 0;
  for (let child = parent.firstElementChild; child && count < 2; child = child.nextElementSibling) {
    if (!child.hasAttribute(OWN_MARK)) count++;
  }
  return count === 1;
}
