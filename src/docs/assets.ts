/**
 * The files of the documentation pages, served from our own origin: Redoc's bundle, the scripts and the stylesheets. Each is
 * compressed once, on the first request.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import { namesWeakly, weakTag } from '../operation/entity-tags.ts';

const redocVersion = '2.5.4';
export const redocPath = `/docs/assets/redoc-${redocVersion}.js`;

interface Asset {
  readonly type: string;
  readonly cache: string;
  readonly read: () => Buffer;
}

const assets: Readonly<Record<string, Asset>> = {
  [`redoc-${redocVersion}.js`]: {
    // Without the charset the bundle fails on a regular expression.
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=31536000, immutable',
    read: readRedoc,
  },
  ...Object.fromEntries(['token', 'copy', 'send', 'search', 'reference'].map((name) => [`${name}.js`, script(name)])),
  'page.css': ours('./style/page.css', 'text/css; charset=utf-8'),
  'documentation.css': ours('./style/documentation.css', 'text/css; charset=utf-8'),
  'print.css': ours('./style/print.css', 'text/css; charset=utf-8'),
  'icon.svg': ours('./style/icon.svg', 'image/svg+xml'),
};

function script(name: string): Asset {
  return ours(`./browser/${name}.js`, 'text/javascript; charset=utf-8');
}

function ours(path: string, type: string): Asset {
  return { type, cache: 'public, max-age=300', read: () => readFileSync(new URL(path, import.meta.url)) };
}

/**
 * Redoc's footer loads its logo from another server. An empty picture replaces it, so that this server does not learn of the
 * visit.
 */
function readRedoc(): Buffer {
  const bundle = readFileSync(createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js'), 'utf8');
  return Buffer.from(bundle.replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w./-]+/g, 'data:,'));
}

interface Loaded {
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly etag: string;
}

export function assetRoutes(): Router {
  const router = Router();
  const loaded = new Map<string, Loaded>();
  const load = (name: string, asset: Asset): Loaded => {
    const known = loaded.get(name);
    if (known) return known;
    const plain = asset.read();
    const compressed = {
      plain,
      gzip: gzipSync(plain),
      etag: weakTag(plain),
    };
    loaded.set(name, compressed);
    return compressed;
  };
  router.get('/docs/assets/:name', (req, res, next) => {
    const asset = Object.hasOwn(assets, req.params.name) ? assets[req.params.name] : undefined;
    if (!asset) return next();
    const { plain, gzip, etag } = load(req.params.name, asset);
    res.set({ 'Content-Type': asset.type, 'Cache-Control': asset.cache, ETag: etag, Vary: 'Accept-Encoding' });
    if (namesWeakly(req.get('If-None-Match') ?? '', etag)) {
      res.status(304).end();
      return;
    }
    const zipped = req.acceptsEncodings('gzip') === 'gzip';
    if (zipped) res.set('Content-Encoding', 'gzip');
    res.end(req.method === 'HEAD' ? undefined : zipped ? gzip : plain);
  });
  return router;
}
