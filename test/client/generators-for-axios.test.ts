/** Vendors' clients for axios, made as `docs/clients.md` says. See `generators-for-fetch.test.ts`. */
import { judgeClients } from './judge.ts';

judgeClients([
  { heading: 'orval for axios', program: 'orval-axios' },
  { heading: 'openapi-client-axios', program: 'openapi-client-axios' },
  {
    heading: 'openapi-zod-client',
    program: 'openapi-zod-client',
    prints: /createTypeAliasDeclaration/,
    refused: ['/fields/email format', '/fields/phone format'],
  },
  { heading: 'kubb', program: 'kubb', prints: /^Writing / },
]);
