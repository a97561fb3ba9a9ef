/**
 * Draws the operations with Redoc, in light or dark as the reader's system prefers. The document is in the page, or the page
 * has its address.
 */
const place = document.querySelector('#reference');
const address = place.dataset.document;
/** True if Redoc fills the whole page, with its own contents and search. */
const alone = address !== undefined;
const spec = alone
  ? await (await fetch(address)).json()
  : JSON.parse(document.querySelector('#reference-document').textContent);
const dark = window.matchMedia('(prefers-color-scheme: dark)');

const font = 'system-ui, sans-serif';
const typography = {
  fontFamily: font,
  fontSize: '15px',
  headings: { fontFamily: font, fontWeight: '600' },
  code: { fontSize: '13px', wrap: true },
};
const light = {
  colors: { primary: { main: '#1f5fbf' }, text: { primary: '#1c2430', secondary: '#5a6675' } },
  rightPanel: { backgroundColor: '#1d2733' },
  typography: { ...typography, code: { ...typography.code, color: '#8f2313', backgroundColor: '#f5f7fa' } },
};
const night = {
  colors: {
    primary: { main: '#8ab4f8' },
    success: { main: '#7bd6a0' },
    error: { main: '#ff9d8a' },
    text: { primary: '#e4e9f0', secondary: '#a9b4c2' },
    border: { dark: '#3a4655', light: '#2a3441' },
    responses: {
      success: { color: '#7bd6a0', backgroundColor: '#16291f', tabTextColor: '#7bd6a0' },
      redirect: { color: '#e8c07a', backgroundColor: '#2b2413', tabTextColor: '#e8c07a' },
    },
  },
  schema: {
    linesColor: '#3a4655',
    typeNameColor: '#a9b4c2',
    typeTitleColor: '#a9b4c2',
    requireLabelColor: '#ff9d8a',
    nestedBackground: '#1a222c',
    arrow: { color: '#a9b4c2' },
  },
  rightPanel: { backgroundColor: '#10161d' },
  typography: {
    ...typography,
    code: { ...typography.code, color: '#ffb4a2', backgroundColor: '#1f2935' },
    links: { color: '#8ab4f8', visited: '#8ab4f8', hover: '#b3cdfb' },
  },
};

function sidebar() {
  return dark.matches
    ? { backgroundColor: '#10161d', textColor: '#e4e9f0' }
    : { backgroundColor: '#f5f7fa', textColor: '#1c2430' };
}

function draw() {
  const holder = document.createElement('div');
  place.replaceChildren(holder);
  const options = {
    sanitize: true,
    disableSearch: !alone,
    hideDownloadButton: true,
    hideHostname: true,
    hideSchemaPattern: true,
    hideLoading: true,
    hideSecuritySection: true,
    nativeScrollbars: true,
    scrollYOffset: 0,
    jsonSampleExpandLevel: 2,
    schemaExpansionLevel: 0,
    pathInMiddlePanel: false,
    theme: {
      ...(dark.matches ? night : light),
      spacing: { sectionVertical: 16, sectionHorizontal: 24 },
      sidebar: { width: alone ? '280px' : '0px', ...sidebar() },
    },
  };
  window.Redoc.init(structuredClone(spec), options, holder, goThere);
}

/** Scrolls to the target again, because drawing the operations moved everything below them. */
function goThere() {
  const id = decodeURIComponent(window.location.hash.slice(1));
  if (id !== '') document.getElementById(id)?.scrollIntoView();
}

// Redoc writes the operation in view into the address, even while the reader is in another chapter.
if (!alone) window.history.replaceState = () => undefined;

/** Puts Redoc's headings below ours in level, and lets the keyboard reach blocks that scroll. */
const levels = { H1: 3, H2: 3, H3: 4, H4: 4, H5: 4 };
function fixAccessibility() {
  for (const heading of place.querySelectorAll(':is(h1, h2, h3, h4, h5):not([aria-level])'))
    heading.ariaLevel = String(levels[heading.tagName]);
  for (const block of place.querySelectorAll(':is(pre, .redoc-json):not([tabindex])')) block.tabIndex = 0;
}
new MutationObserver(fixAccessibility).observe(place, { childList: true, subtree: true });

draw();
dark.addEventListener('change', draw);
