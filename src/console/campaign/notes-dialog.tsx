/** The support contact and the notes that vendors of a campaign read. The dialog says who can read them. */
import { Alert, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, ask, type Shape } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import { FormDialog } from '../ui/form/form-dialog.tsx';
import { showToast } from '../ui/toast.ts';
import { useCampaignChanged } from './queries.ts';

const overtaken = problemOf(
  409,
  { code: 'stale' },
  'Somebody else has changed the contact or the notes. Copy what you wrote, and reload the page to go on.',
);

interface NotesDialogProps {
  readonly campaign: Shape<'Campaign'>;
  readonly onClose: () => void;
}

export function NotesDialog({ campaign, onClose }: NotesDialogProps) {
  // The notes as they were when the dialog opened. Data that is fetched later must not replace them.
  const [{ slug, support_contact, vendor_notes }] = useState(campaign);
  const isSeen = campaign.support_contact === support_contact && campaign.vendor_notes === vendor_notes;
  const changed = useCampaignChanged(slug);
  const form = useForm({
    mode: 'controlled',
    initialValues: { support_contact: support_contact ?? '', vendor_notes: vendor_notes ?? '' },
  });
  return (
    <FormDialog
      title="Contact and notes"
      size="lg"
      onClose={onClose}
      form={form}
      action="Save"
      submit={async (values) => {
        if (!isSeen) throw overtaken;
        return ask(
          api.PATCH('/campaigns/{slug}', {
            params: { path: { slug }, header: { 'If-Match': `"${campaign.revision}"` } },
            body: { support_contact: values.support_contact.trim() || null, vendor_notes: values.vendor_notes || null },
          }),
        );
      }}
      done={() => {
        showToast('Saved. Every documentation page of the campaign shows it.');
        void changed();
      }}
    >
      <Alert color="orange">
        Public: anyone with the address of a documentation page of this campaign can read this without signing in.
      </Alert>
      <TextInput
        label="Support contact"
        description="For vendors with questions: an e-mail address, a web address, or a name and a phone number."
        maxLength={200}
        data-autofocus
        {...form.getInputProps('support_contact')}
      />
      <Textarea
        label="Notes for every vendor"
        description="Markdown: emphasis, lists, links and tables. HTML is shown as text, pictures as links."
        autosize
        minRows={6}
        maxRows={16}
        maxLength={10_000}
        {...form.getInputProps('vendor_notes')}
      />
    </FormDialog>
  );
}
