/**
 * The architecture as data: the floors, and the laws for `src/`. Each law looks at one file and returns what breaks it, so
 * that a test can show it a file that does. Comments do not count, because a law is about code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** From the ground up. Units on the same floor do not know each other. */
export const floors: readonly (readonly string[])[] = [
  ['config.ts', 'problem', 'ids', 'logger.ts', 'signals.ts', 'banner.ts'],
  ['generated', 'operation'],
  ['database'],
  ['campaign', 'limits', 'secret-files.ts'],
  ['access'],
  ['document', 'leads/store'],
  ['validation', 'changelog'],
  ['leads', 'manage', 'docs', 'demo', 'mcp'],
  ['http', 'accounts.ts'],
  ['serve.ts', 'processes.ts'],
  ['main.ts'],
];

/** The console stands beside all other floors. It knows only the generated types of the server. */
export const consoleFloors: readonly (readonly string[])[] = [
  ['console/api'],
  ['console/ui'],
  ['console/session'],
  ['console/campaign'],
  ['console/filters'],
  ['console/tokens', 'console/leads', 'console/account'],
  ['console/pages'],
  ['console/app'],
  ['console/main.tsx', 'console/vite.config.ts'],
];

export interface SourceFile {
  /** From `src/`, with `/`. */
  readonly path: string;
  readonly text: string;
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every file except generated ones, whose style nobody chose. */
export const sources: readonly SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|tsx|css)$/.test(path) && !path.startsWith('generated/'))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

const floorsAt = (path: string) => (path.startsWith('console/') ? consoleFloors : floors);

/** The unit of a path: the longest entry of the table of floors that contains it. */
export function unitOf(path: string): string | undefined {
  const units = floorsAt(path)
    .flat()
    .filter((unit) => path === unit || path.startsWith(`${unit}/`));
  return units.sort((a, b) => b.length - a.length)[0];
}

const floorOf = (unit: string): number => floorsAt(unit).findIndex((floor) => floor.includes(unit));

/** The imports of the file, including types, as paths from `src/`. */
export function importsOf({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(path), name)));
}

export interface Law {
  readonly name: string;
  /** The parts of this file that break the law. */
  readonly broken: (file: SourceFile) => readonly string[];
  /** Files that may break the law, each with its reason. An unneeded exception must go. */
  readonly except: Readonly<Record<string, string>>;
  /** A file that breaks the law. Without it, nobody knows that the law can fail. */
  readonly offender: SourceFile;
}

const code = new WeakMap<SourceFile, string>();

function withoutComments(file: SourceFile): string {
  const known = code.get(file) ?? strip(file);
  code.set(file, known);
  return known;
}

function strip({ path, text }: SourceFile): string {
  if (path.endsWith('.css')) return '';
  return ts.transpileModule(text, {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  }).outputText;
}

/** The matches in the code. `typed`: look at the text as it is written, because the code has no types any more. */
const matching =
  (pattern: RegExp, { typed = false } = {}) =>
  (file: SourceFile): string[] =>
    [...(typed ? file.text : withoutComments(file)).matchAll(pattern)].map(([found]) => found);

const table = '(?:leads|lead_events|lead_claims|feed_heads)';

export const laws: readonly Law[] = [
  {
    name: 'a file imports from lower floors, never from a higher one or from a neighbour on its own floor',
    broken: (file) => {
      const from = unitOf(file.path);
      if (from === undefined) return ['it stands on no floor'];
      return importsOf(file).filter((path) => {
        if (/\.(css|svg|svg\?.*)$/.test(path)) return false;
        if (from.startsWith('console/')) {
          if (path === 'generated/manage.ts') return false;
          if (!path.startsWith('console/')) return true;
        } else if (path.startsWith('console/')) return true;
        const to = unitOf(path);
        return to === undefined || (to !== from && floorOf(to) >= floorOf(from));
      });
    },
    except: {},
    offender: { path: 'leads/get-lead.ts', text: "import { page } from '../docs/html.ts';" },
  },
  {
    name: 'the environment is read in config.ts alone',
    broken: matching(/\bprocess\.env\b|\benv\b[^=]*=\s*process\b|node:process/g),
    except: { 'config.ts': 'it reads the environment, once' },
    offender: { path: 'http/app.ts', text: 'export const port = process.env.PORT;' },
  },
  {
    name: 'problems are made in problem/ alone',
    broken: matching(/\bnew Problem\(|\bextends Problem\b/g),
    except: { 'problem/problem.ts': 'it makes them', 'console/api/problem.ts': 'it reads them, out of answers' },
    offender: { path: 'leads/get-lead.ts', text: "throw new Problem('not_found', 'No.');" },
  },
  {
    name: 'a status from 400 up, or an error body, is written by http/problem.ts alone',
    broken: matching(
      /(?:\.status|\.sendStatus|\.writeHead)\(\s*(?![123]\d\d\b)|\bwriteHead\(res, (?![123]\d\d\b)|\.statusCode\s*=(?!=)|Content-Type: application\/problem\+json\\r/g,
    ),
    except: {
      'http/problem.ts': 'it renders every problem',
      'http/answer.ts': 'the type of an answer has successes only',
      'http/gathered-headers.ts': 'it writes the status that it is given',
      'http/process/client-error.ts': 'there is no request yet: it writes to the socket by hand',
      'http/process/metrics-server.ts': 'a port of its own, for Prometheus, which reads no body',
    },
    offender: { path: 'docs/html.ts', text: "export const no = (res) => res.status(404).end('no');" },
  },
  {
    name: 'an operation is found by its path in a spec; the plain routes are these',
    broken: matching(/\b(?:app|router)(?:\.(?:get|post|put|patch|delete|all|route)|\[\w+\])\(/g),
    except: {
      'http/app.ts':
        'MCP at `/v1/campaigns/:slug/mcp`: a protocol of its own, which stands in no spec; its tools are operations',
      'http/process/health.ts': 'probes',
      'http/docs/pages.ts': 'pages for people, and documents',
      'http/docs/management-page.ts': 'the page of the Management API',
      'http/console.ts': 'the console, with its files',
      'docs/assets.ts': 'files of the documentation page',
      'http/other-methods.ts': 'it refuses methods at the addresses of plain routes',
    },
    offender: { path: 'http/lead-api/lead-api.ts', text: "router.get('/leads/secret', answer);" },
  },
  {
    name: 'the SDK of MCP is loaded with the first message: its file is imported at run time, and no other names it',
    broken: matching(/from ['"](?:@modelcontextprotocol\/|[./]*mcp\/protocol\.ts)/g),
    except: { 'mcp/protocol.ts': 'it speaks the protocol' },
    offender: { path: 'http/app.ts', text: "import { answerMessage } from '../mcp/protocol.ts';\nanswerMessage();" },
  },
  {
    name: 'a grant is made in access/grant.ts alone',
    broken: matching(/\bas (?:unknown as )?Grant\b|<Grant>\s*[({]/g, { typed: true }),
    except: { 'access/grant.ts': 'it makes them' },
    offender: { path: 'http/lead-api/lead-api.ts', text: 'const grant = { permission } as unknown as Grant;' },
  },
  {
    name: 'the tables of leads are named in leads/store/ alone',
    broken: (file) =>
      file.path.startsWith('leads/store/')
        ? []
        : matching(
            new RegExp(
              `\\b(?:from|join|into|update|table|using|only)\\s+"?${table}\\b(?! of)|(?:From|Into|Table|Join|table|ref)\\(\\s*['"\`]${table}\\b|\\b(?:lead_(?:events|claims)|feed_heads)\\b`,
              'g',
            ),
          )(file),
    except: { 'database/distribution.ts': 'it says where every table lies' },
    offender: { path: 'manage/definition/fields.ts', text: 'const rows = sql`select count(*) from leads l`;' },
  },
  {
    name: 'the state of a request is read and written by http/request-state.ts, which types it',
    broken: matching(/\blocals\b/g),
    except: { 'http/request-state.ts': 'it types the state' },
    offender: { path: 'http/app.ts', text: 'res.locals.token = token;' },
  },
  {
    name: 'a query names its columns: a column that is added beside a running service must not break its prepared statements',
    broken: matching(/\.(?:selectAll|returningAll)\(/g),
    except: {},
    offender: { path: 'manage/account/audit.ts', text: "db.selectFrom('audit_log').selectAll()" },
  },
  {
    name: 'a rule that depends on the type of a field stands in a table of types, where the compiler names a type that lacks it',
    broken: matching(
      /\btype\s*[!=]==\s*['"](?:long_text|email|phone|url|date|time|datetime|select|multi_select)['"]|\bcase ['"](?:long_text|phone|datetime|multi_select)['"]/g,
    ),
    except: {
      'manage/tokens/vendors.ts': 'vendors are identified by a field of the type `select`',
      'console/tokens/vendor/vendor-plan.ts': 'vendors are identified by a field of the type `select`',
      'console/tokens/use-steps.ts': 'vendors are identified by a field of the type `select`',
    },
    offender: { path: 'leads/store/lead-csv.ts', text: "const cell = field.type === 'datetime' ? moment : text;" },
  },
  {
    name: 'no file is longer than 400 lines',
    broken: ({ text }) => (linesOf(text) > 400 ? [`${linesOf(text)} lines`] : []),
    except: {},
    offender: { path: 'http/app.ts', text: 'const line = 1;\n'.repeat(401) },
  },
  {
    name: 'a file opens with a comment that says what it is in charge of',
    broken: ({ text }) => (text.startsWith('/*') ? [] : [text.slice(0, 60)]),
    except: {},
    offender: { path: 'http/app.ts', text: "import express from 'express';\n" },
  },
];

export const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
