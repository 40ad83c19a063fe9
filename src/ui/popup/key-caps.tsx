import { keyCaps, type Keys } from '../../domain/key-table';

/** Keys as they stand on the keyboard. */
export function KeyCaps({ keys }: { readonly keys: Keys }) {
  return (
    <span class="key-caps">
      {keyCaps(keys).flat().map((cap, index) => (
        <kbd key={index}>{cap}</kbd>
      ))}
    </span>
  );
}
