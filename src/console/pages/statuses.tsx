/** Statuses. */
import { Page } from '../ui/page.tsx';

export function StatusesPage() {
  return <Page title="Statuses">{null}</Page>;
}
