/** Filters. */
import { Page } from '../ui/page.tsx';

export function FiltersPage() {
  return <Page title="Filters">{null}</Page>;
}
