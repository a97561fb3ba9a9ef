/** The forms of a new token and of a change. After a new token is created, the same dialog shows what to send to the vendor. */
import { Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { filtersQuery } from '../../filters/queries.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import { Handover } from '../handover/handover.tsx';
import type { Token } from '../queries.ts';
import { useTokensChanged } from '../use-tokens-changed.ts';
import { expiryFault } from './expiry-input.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenImpact } from './token-impact.tsx';
import { bodyOf, changeOf, noticedChange, type TokenValues, valuesOf } from './token-values.ts';

interface NewTokenProps {
  /** Undefined for a broad token of the account. */
  readonly slug: string | undefined;
  /** Name of the campaign, or of the account. */
  readonly name: string;
  readonly onClose: () => void;
}

export function NewTokenDialog({ slug, name, onClose }: NewTokenProps) {
  const form = useForm<TokenValues>({
    mode: 'controlled',
    initialValues: valuesOf(),
    validate: { expires_at: expiryFault(null) },
  });
  const { data: filters } = useQuery({ ...filtersQuery(slug ?? ''), enabled: slug !== undefined });
  const changed = useTokensChanged(slug);
  const [created, setCreated] = useState<Token>();
  const submit = (values: TokenValues): Promise<Token> =>
    slug === undefined
      ? ask(api.POST('/tokens', { body: bodyOf(values) }))
      : ask(
          api.POST('/campaigns/{slug}/tokens', {
            params: { path: { slug } },
            body: { ...bodyOf(values), filter_id: values.filter_id === '' ? null : values.filter_id },
          }),
        );
  const close = () => {
    onClose();
    // Called only when the dialog closes: a list that changes behind the dialog would draw attention away from the secret.
    void changed();
  };
  if (created) {
    return (
      <Modal opened onClose={close} size="lg" title={`${created.name} is ready: send this to them`}>
        <Handover token={created} campaign={name} />
      </Modal>
    );
  }
  return (
    <FormDialog
      title={slug === undefined ? 'New broad token' : 'New API token'}
      size="lg"
      onClose={onClose}
      form={form}
      submit={submit}
      done={(token) => {
        setCreated(token);
        return false;
      }}
      action="Create the token"
    >
      <TokenForm form={form} filters={slug === undefined ? undefined : (filters?.data.data ?? [])} />
    </FormDialog>
  );
}

export function EditTokenDialog({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const slug = token.campaign ?? undefined;
  // The token as it was when the dialog opened. Changes by others are not written back.
  const [opened] = useState(token);
  const form = useForm<TokenValues>({
    mode: 'controlled',
    initialValues: valuesOf(opened),
    validate: { expires_at: expiryFault(opened.expires_at) },
  });
  const { data: filters } = useQuery({ ...filtersQuery(slug ?? ''), enabled: slug !== undefined });
  const changed = useTokensChanged(slug);
  const submit = async (values: TokenValues): Promise<unknown> => {
    const body = changeOf(opened, values);
    return Object.keys(body).length === 0
      ? undefined
      : ask(api.PATCH('/tokens/{id}', { params: { path: { id: token.id } }, body }));
  };
  return (
    <FormDialog
      title={`Change ${token.name}`}
      size="lg"
      onClose={onClose}
      form={form}
      submit={submit}
      done={() => {
        showToast('Saved. It applies from the next request.');
        void changed();
      }}
      action="Save"
    >
      <TokenForm
        form={form}
        filters={slug === undefined ? undefined : (filters?.data.data ?? [])}
        tied={token.filter !== null}
        impact={<TokenImpact token={token} change={noticedChange(opened, form.getValues())} />}
      />
    </FormDialog>
  );
}
