import { keyCaps, type Keys } from '../../../domain/key-table';

/** Keys as they stand on the keyboard. */
export function KeyCaps({ keys }: { readonly keys: Keys }) {
  return (
    <span class="key-caps">
      {/* The spaces are for those who hear it. */}
      {keyCaps(keys).flat().map((cap, index) => [index > 0 && ' ', <kbd key={index}>{cap}</kbd>])}
    </span>
  );
}
