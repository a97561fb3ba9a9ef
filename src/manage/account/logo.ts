/**
 * The account's logo. It is stored and served as it was sent, with the type that its first bytes show. Other formats and
 * pictures that are too large are refused with 422. SVG is refused because it can contain scripts.
 */
import { disableTypes, imageSize, types } from 'image-size';
import { writeAudit } from '../../access/audit.ts';
import { findLogo, type Logo, type LogoType, lookOf, removeLogo, setLogo } from '../../access/look.ts';
import { notFound, refuseInput } from '../../problem/problem.ts';
import type { ManageContext, ManageHandler } from '../context.ts';
import { actorOf, requireEditor } from '../role.ts';

const kinds: Readonly<Record<string, LogoType>> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };
disableTypes(types.filter((type) => !Object.hasOwn(kinds, type)));

const mostBytes = 200 * 1024;
const mostPixels = 2_000;

export const getLogo: ManageHandler<'getLogo'> = async (_, { db, member }) => {
  const logo = await findLogo(db, member.accountId);
  if (!logo) throw notFound('logo');
  return { status: 200, body: { type: logo.type, image: logo.image.toString('base64') } };
};

export const setAccountLogo: ManageHandler<'setLogo'> = async ({ body }, context) => {
  requireEditor(context);
  const logo = readLogo(body.image);
  const { db, member } = context;
  await db.transaction().execute(async (trx) => {
    await setLogo(trx, member.accountId, logo);
    await audit(trx, context, { logo: 'set', type: logo.type, bytes: logo.image.length });
  });
  const { name, color } = await lookOf(db, member.accountId);
  return { status: 200, body: { id: member.accountId, name, color, has_logo: true } };
};

export const deleteLogo: ManageHandler<'deleteLogo'> = async (_, context) => {
  requireEditor(context);
  await context.db.transaction().execute(async (trx) => {
    if (await removeLogo(trx, context.member.accountId)) await audit(trx, context, { logo: 'removed' });
  });
  return { status: 204 };
};

function audit(trx: Parameters<typeof writeAudit>[0], context: ManageContext, details: Record<string, unknown>) {
  const { accountId: id, accountName: name } = context.member;
  return writeAudit(trx, {
    ...actorOf(context),
    action: 'account.update',
    object: { kind: 'account', id, name },
    details,
  });
}

function readLogo(base64: string): Pick<Logo, 'type' | 'image'> {
  const image = Buffer.from(base64, 'base64');
  if (image.length > mostBytes) throw refused('A logo has at most 200 KiB.');
  const size = sizeOf(image);
  const type = kinds[size?.type ?? ''];
  if (!size || !type) throw refused('A logo must be a PNG, JPEG or WebP picture.');
  if (size.width > mostPixels || size.height > mostPixels || size.width < 1 || size.height < 1)
    throw refused(`A logo is at most ${mostPixels} pixels wide and high.`);
  return { type, image };
}

function sizeOf(image: Buffer): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(image);
  } catch {
    // `imageSize` throws for every picture that it cannot read.
    return undefined;
  }
}

const refused = (detail: string) =>
  refuseInput('invalid_request', [{ pointer: '/image', code: 'not_allowed', detail }]);
