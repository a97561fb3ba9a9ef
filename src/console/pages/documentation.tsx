/** API documentation. */
import { Page } from '../ui/page.tsx';

export function DocumentationPage() {
  return <Page title="API documentation">{null}</Page>;
}
