/** Changes the time and the note of an announced change. */
import { useForm } from '@mantine/form';
import { api, ask, type Shape } from '../../api/client.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import type { When } from '../changes/planned.ts';
import { TimeAndNote } from '../changes/time-and-note.tsx';
import { useCampaignChanged } from '../queries.ts';

interface MoveDialogProps {
  readonly slug: string;
  readonly announced: Shape<'AnnouncedChange'>;
  readonly onClose: () => void;
}

export function MoveDialog({ slug, announced, onClose }: MoveDialogProps) {
  const changed = useCampaignChanged(slug);
  const form = useForm<{ at: When['at']; note: string }>({
    mode: 'controlled',
    initialValues: { at: announced.at, note: announced.note ?? '' },
  });
  return (
    <FormDialog
      title="Move the announced change"
      onClose={onClose}
      form={form}
      action="Save"
      disabled={!form.getValues().at}
      submit={({ at, note }) =>
        ask(
          api.PATCH('/campaigns/{slug}/announced-changes/{id}', {
            params: { path: { slug, id: announced.id } },
            body: { ...(at && at !== announced.at && { at }), note: note.trim() || null },
          }),
        )
      }
      done={() => {
        showToast('Saved. The vendors’ pages show the new time.');
        void changed();
      }}
    >
      <TimeAndNote value={form.getValues()} onChange={(value) => form.setValues(value)} error={form.errors.at} />
    </FormDialog>
  );
}
