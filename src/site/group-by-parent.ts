/** Elements by the one that they stand in, in the order given; without those that stand in none. */
export function groupByParent<E extends Element>(items: readonly E[]): Map<Element, E[]> {
  const groups = new Map<Element, E[]>();
  for (const item of items) {
    const group = item.parentElement && groups.get(item.parentElement);
    if (group) group.push(item);
    else if (item.parentElement) groups.set(item.parentElement, [item]);
  }
  return groups;
}
