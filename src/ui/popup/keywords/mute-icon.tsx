/** A crossed-out circle: nothing of it is shown. */
export function MuteIcon() {
  return (
    <svg class="mute-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3.8 3.8l8.4 8.4M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0-11.6" />
    </svg>
  );
}
