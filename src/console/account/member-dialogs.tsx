/**
 * The dialogs that invite a member, show a new link, change a role and remove a member. A link is shown once, when it is
 * created.
 */
import { Alert, Code, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ConfirmDialog } from '../ui/form/confirm-dialog.tsx';
import { FormDialog } from '../ui/form/form-dialog.tsx';
import { showToast } from '../ui/toast.ts';
import type { ListedMember } from './queries.ts';

type Role = Shape<'Role'>;

const roles: readonly { readonly value: Role; readonly label: string; readonly description: string }[] = [
  {
    value: 'admin',
    label: 'Admin',
    description: 'Everything except: change roles, remove members, delete a campaign, rename the account.',
  },
  { value: 'viewer', label: 'Viewer', description: 'Can view everything except token secrets. Cannot make changes.' },
  { value: 'owner', label: 'Owner', description: 'Everything.' },
];

function RoleChoice(props: object) {
  return (
    <Radio.Group label="Role" {...props}>
      <Stack gap="xs" mt={4}>
        {roles.map(({ value, label, description }) => (
          <Radio key={value} value={value} label={label} description={description} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface InviteValues extends Record<string, unknown> {
  name: string;
  email: string;
  role: Role;
}

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm<InviteValues>({ mode: 'controlled', initialValues: { name: '', email: '', role: 'admin' } });
  const [created, setCreated] = useState<Shape<'InvitedMember'>>();
  if (created) return <LinkDialog name={created.name} link={created.invitation_url} onClose={onClose} />;
  return (
    <FormDialog
      title="Invite a member"
      onClose={onClose}
      form={form}
      action="Create the invitation"
      submit={(values) => ask(api.POST('/members', { body: values }))}
      done={(member) => {
        setCreated(member);
        void client.invalidateQueries({ queryKey: ['members'] });
        return false;
      }}
    >
      <TextInput label="Name" required data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <TextInput label="E-mail address" type="email" required maxLength={254} {...form.getInputProps('email')} />
      <RoleChoice {...form.getInputProps('role')} />
    </FormDialog>
  );
}

interface LinkDialogProps {
  readonly name: string;
  readonly link: string;
  readonly onClose: () => void;
}

export function LinkDialog({ name, link, onClose }: LinkDialogProps) {
  return (
    <Modal opened onClose={onClose} title={`Send this link to ${name}`}>
      <Stack>
        <Text size="sm">The link works once and expires in 7 days. They choose a password there.</Text>
        <Code block>{link}</Code>
        <CopyButton text={link} label="Copy the link" variant="filled">
          Copy the link
        </CopyButton>
        <Alert color="gray" p="xs">
          You will not see this link again. Creating a new one cancels it.
        </Alert>
      </Stack>
    </Modal>
  );
}

interface MemberDialogProps {
  readonly member: ListedMember;
  readonly onClose: () => void;
}

export function RoleDialog({ member, onClose }: MemberDialogProps) {
  const client = useQueryClient();
  const form = useForm({ mode: 'controlled', initialValues: { role: member.role } });
  return (
    <FormDialog
      title={`Role of ${member.name}`}
      onClose={onClose}
      form={form}
      action="Save"
      submit={(body) => ask(api.PATCH('/members/{id}', { params: { path: { id: member.id } }, body }))}
      done={() => {
        showToast('Role changed. It applies from their next request.');
        void client.invalidateQueries({ queryKey: ['members'] });
        void client.invalidateQueries({ queryKey: ['session'] });
      }}
    >
      <RoleChoice {...form.getInputProps('role')} />
    </FormDialog>
  );
}

export function RemoveMemberDialog({ member, onClose }: MemberDialogProps) {
  const client = useQueryClient();
  return (
    <ConfirmDialog
      title={`Remove ${member.name}`}
      opened
      onClose={onClose}
      action="Remove"
      confirm={() => ask(api.DELETE('/members/{id}', { params: { path: { id: member.id } } }))}
      done={() => {
        showToast(`${member.name} was removed.`);
        void client.invalidateQueries({ queryKey: ['members'] });
      }}
    >
      <Text size="sm">
        They are signed out everywhere at once. The audit log and the history of leads still show their name. Tokens
        that they created keep working.
      </Text>
    </ConfirmDialog>
  );
}
