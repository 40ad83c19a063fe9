interface Props {
  readonly on: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}

/** An on/off switch. The knob's place tells its state, the color only repeats it. */
export function Switch({ on, label, onToggle }: Props) {
  return (
    <button type="button" role="switch" class="switch" aria-checked={on} aria-label={label} onClick={onToggle}>
      <span class="knob" />
    </button>
  );
}

/** A switch with its words beside it. */
export function SwitchRow(props: Props) {
  return (
    <div class="switch-row">
      <span aria-hidden="true">{props.label}</span>
      <Switch {...props} />
    </div>
  );
}
