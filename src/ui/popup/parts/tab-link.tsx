import type { ComponentChildren } from 'preact';
import { openTab } from '../../../platform/extension-page';

interface Props {
  readonly href: string;
  readonly class?: string;
  /** What a plain click does instead of opening a new tab. */
  readonly open?: () => Promise<unknown>;
  readonly children: ComponentChildren;
}

/** A link to a page of the site. A plain click goes through the tabs API: Firefox leaves the popup open over a link's tab. */
export function TabLink({ href, open = () => openTab(href), children, ...rest }: Props) {
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  };
  return (
    <a {...rest} href={href} target="_blank" rel="noopener" onClick={onClick}>
      {children}
    </a>
  );
}
