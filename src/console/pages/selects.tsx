/** Selects. */
import { Page } from '../ui/page.tsx';

export function SelectsPage() {
  return <Page title="Selects">{null}</Page>;
}
