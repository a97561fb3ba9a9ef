/** The name of an entry's object, as a link while the object exists. */
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './audit-list.module.css';
import { type Entry, nameOf } from './audit-words.ts';

export function AuditObject({ entry }: { readonly entry: Entry }) {
  const { exists, kind, id } = entry.object;
  const name = kind === 'lead' ? <span className={classes.whole}>{nameOf(entry)}</span> : nameOf(entry);
  const slug = entry.campaign_name === null ? undefined : (entry.campaign ?? undefined);
  if (!exists) return <strong>{name}</strong>;
  if (kind === 'member') return <Link to="/account/members">{name}</Link>;
  if (kind === 'account') return <Link to="/account/settings">{name}</Link>;
  if (kind === 'token' && id !== null && entry.campaign === null)
    return (
      <Link to="/account/tokens/$id/requests" params={{ id }}>
        {name}
      </Link>
    );
  if (slug === undefined) return <strong>{name}</strong>;
  return <InCampaign kind={kind} id={id ?? ''} slug={slug} name={name} />;
}

interface InCampaignProps {
  readonly kind: Entry['object']['kind'];
  readonly id: string;
  readonly slug: string;
  readonly name: ReactNode;
}

function InCampaign({ kind, id, slug, name }: InCampaignProps) {
  const params = { slug };
  switch (kind) {
    case 'token':
      return (
        <Link to="/campaigns/$slug/tokens/$id/requests" params={{ slug, id }}>
          {name}
        </Link>
      );
    case 'lead':
      return (
        <Link to="/campaigns/$slug/leads" params={params} search={{ lead: id }}>
          {name}
        </Link>
      );
    case 'filter':
      return (
        <Link to="/campaigns/$slug/filters" params={params} search={{ filter: id }}>
          {name}
        </Link>
      );
    case 'field':
    case 'duplicate_rule':
      return (
        <Link to="/campaigns/$slug/fields" params={params}>
          {name}
        </Link>
      );
    case 'select':
    case 'option':
    case 'vendor':
      return (
        <Link to="/campaigns/$slug/selects" params={params}>
          {name}
        </Link>
      );
    case 'status':
      return (
        <Link to="/campaigns/$slug/statuses" params={params}>
          {name}
        </Link>
      );
    case 'campaign':
      return (
        <Link to="/campaigns/$slug/leads" params={params}>
          {name}
        </Link>
      );
    default:
      return <strong>{name}</strong>;
  }
}

/** " in Solar DK". Left out if the object is the campaign itself. */
export function AuditPlace({ entry }: { readonly entry: Entry }) {
  const { campaign: slug, campaign_name: name, object } = entry;
  if (slug === null || object.kind === 'campaign') return null;
  return (
    <Text span size="sm" c="dimmed">
      {' '}
      in{' '}
      {name === null ? (
        slug
      ) : (
        <Link to="/campaigns/$slug/leads" params={{ slug }}>
          {name}
        </Link>
      )}
    </Text>
  );
}
