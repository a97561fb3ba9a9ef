/**
 * Vendors' clients for `fetch`, made as `docs/clients.md` says: without warnings, from documents that compile strictly, and
 * with correct calls. The generators for axios have their own file, so that two workers share the time.
 */
import { judgeClients } from './judge.ts';

judgeClients([
  { heading: 'openapi-typescript', program: 'openapi-typescript' },
  { heading: 'hey-api', program: 'hey-api', own: /\/client\/(client|core)\// },
  { heading: 'orval for fetch', program: 'orval' },
  // Its single file contains its run time as well.
  { heading: 'swagger-typescript-api', program: 'swagger-typescript-api', own: /\/Api\.ts/ },
  // The options of a request, in each of its functions.
  { heading: 'oazapfts', program: 'oazapfts', own: /FetchRequestOpts/ },
]);
