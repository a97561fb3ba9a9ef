/** API documentation. */
import { Page } from '../ui/page.tsx';

export function AccountDocumentationPage() {
  return <Page title="API documentation">{null}</Page>;
}
