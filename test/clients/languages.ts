/**
 * The clients of `docs/clients.md` that tools from outside npm make: what each needs, and how its programs are compiled and
 * run. `{api}` and `{token}` stand for the address of the campaign and the token.
 */
export interface Language {
  /** The heading of its section. */
  readonly heading: string;
  /** Required programs. Without them the client is skipped. */
  readonly tools: readonly string[];
  /** The registries of its packages. */
  readonly registries?: readonly string[];
  /** A program of `programs/`, and its place. */
  readonly program?: readonly [from: string, to: string];
  /** Compiles and checks, strictly if the language can. */
  readonly check?: readonly string[];
  readonly run?: string;
  /** Compiles only the client, for a document with awkward names or a random one. */
  readonly alone?: string;
  /** Runs the first lead of the page. */
  readonly first?: string;
  /** Replaces a command of the page whose registry may be unreachable, by a package of the system. */
  readonly instead?: Readonly<Record<string, string>>;
  /** The parts of the expected output that its client cannot produce. */
  readonly except?: Readonly<Record<string, unknown>>;
}

/** Composer's autoloader, with Debian's Guzzle. */
const autoload = String.raw`<?php
require '/usr/share/php/GuzzleHttp/autoload.php';
spl_autoload_register(static function (string $name): void {
    if (str_starts_with($name, 'Leads\\')) require __DIR__ . '/../lib/' . strtr(substr($name, 6), '\\', '/') . '.php';
});
`;

const pypi = 'https://pypi.org/simple/pip/';
const java = "java -cp 'client/target/classes:client/target/dependency/*'";
const tsc =
  '{node} {modules}/typescript/bin/tsc --strict --noUncheckedIndexedAccess --skipLibCheck --module nodenext --target es2024 ' +
  '--rewriteRelativeImportExtensions --outDir built --types node --typeRoots {modules}/@types';

export const languages: readonly Language[] = [
  {
    heading: 'PHP',
    tools: ['java', 'php'],
    alone: 'find client/lib -name "*.php" -print0 | xargs -0 -n 1 php -l >/dev/null',
    program: ['vendor.php', 'vendor.php'],
    run: 'php -d zend.assertions=1 -d assert.exception=1 vendor.php {api} {token}',
    first: 'php -d error_reporting=24575 first.php',
    instead: { 'composer ': `mkdir -p client/vendor && cat > client/vendor/autoload.php <<'END'\n${autoload}END` },
  },
  {
    heading: 'Python',
    tools: ['java', 'python3'],
    alone: 'python3 -c "import leads; [getattr(leads, name) for name in leads.__all__]"',
    registries: [pypi],
    program: ['vendor.py', 'vendor.py'],
    check: ['python3 -m pip install -q mypy==2.4.1', 'python3 -m mypy --strict vendor.py'],
    run: 'python3 vendor.py {api} {token}',
    first: 'python3 first.py',
  },
  {
    heading: 'Python with openapi-python-client',
    tools: ['python3'],
    // Its own run time is not strict.
    alone: '! python3 -m mypy leads | grep "error:" | grep -v "^leads/client.py"',
    registries: [pypi],
    program: ['vendor-opc.py', 'vendor.py'],
    check: ['python3 -m pip install -q mypy==2.4.1', 'python3 -m mypy --strict --follow-imports=silent vendor.py'],
    run: 'python3 vendor.py {api} {token}',
    first: 'python3 first.py',
  },
  {
    heading: 'Java',
    tools: ['java', 'mvn'],
    registries: ['https://repo1.maven.org/maven2/org/openapitools/jackson-databind-nullable/maven-metadata.xml'],
    program: ['Vendor.java', 'Vendor.java'],
    run: `${java} Vendor.java {api} {token}`,
    first: `${java} First.java`,
  },
  {
    heading: 'Go',
    tools: ['java', 'go'],
    alone: 'go vet ./leads',
    program: ['vendor.go', 'every/main.go'],
    check: ['go vet ./...'],
    run: 'go run ./every {api} {token}',
    first: 'go run ./first',
  },
  {
    heading: 'Go with oapi-codegen',
    tools: ['go'],
    alone: 'go vet ./leads',
    registries: ['https://proxy.golang.org/'],
    program: ['vendor-oapi.go', 'every/main.go'],
    check: ['go vet ./...'],
    run: 'go run ./every {api} {token}',
    first: 'go run ./first',
  },
  {
    heading: 'Ruby',
    tools: ['java', 'ruby'],
    alone: `ruby -I client/lib -e 'require "leads"; Leads.constants.each { |one| Leads.const_get(one) }'`,
    program: ['vendor.rb', 'vendor.rb'],
    run: 'ruby -I client/lib vendor.rb {api} {token}',
    first: 'ruby -I client/lib first.rb',
    instead: { 'gem ': 'ruby -e "require \'typhoeus\'"' },
  },
  {
    heading: 'Rust',
    tools: ['java', 'cargo'],
    alone: 'cargo check --quiet -p leads',
    registries: ['https://index.crates.io/config.json'],
    program: ['vendor.rs', 'src/bin/every.rs'],
    check: ['cargo build --quiet'],
    run: 'cargo run --quiet --bin every {api} {token}',
    first: 'cargo run --quiet --bin app',
    except: { dry_run: ['00000000-0000-0000-0000-000000000000', 0, null] },
  },
  { heading: 'Kotlin', tools: ['java'] },
  { heading: 'C#', tools: ['java'] },
  {
    heading: 'TypeScript with openapi-generator for fetch',
    tools: ['java'],
    alone: `${tsc} client/index.ts`,
    program: ['vendor-fetch.ts', 'vendor.ts'],
    check: [`${tsc} vendor.ts first.ts`],
    run: '{node} built/vendor.js {api} {token}',
    first: '{node} built/first.js',
  },
  {
    heading: 'TypeScript with openapi-generator for axios',
    tools: ['java'],
    alone: `${tsc} client/index.ts`,
    program: ['vendor-axios.ts', 'vendor.ts'],
    check: [`${tsc} vendor.ts first.ts`],
    run: '{node} built/vendor.js {api} {token}',
    first: '{node} built/first.js',
  },
];
