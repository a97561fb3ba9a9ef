import { startBrowser } from '../test/support/browser.ts';
import { axeFindings, openConsole } from '../test/support/console.ts';
import { client } from '../test/support/manage.ts';

const [url = '', password = '', ...paths] = process.argv.slice(2);
const browser = await startBrowser();
const owner = client({ url });
await owner.call('POST /session', { body: { email: 'owner@example.com', password } });
for (const path of paths)
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    const v = await openConsole(
      browser,
      { url },
      path === '/sign-in' ? { path, width, colorScheme } : { as: owner, path, width, colorScheme },
    );
    await v.page.waitForTimeout(500);
    await v.page.screenshot({ path: `/tmp/shots/${path.replace(/[^a-z]+/g, '_').slice(1)}-${width}.png` });
    console.log(path, width, v.wrongs, width ? await axeFindings(v.page) : '');
    await v.context.close();
  }
await browser.close();
