/** Archives an option. It is no longer offered, and leads that have it keep it. */
import { api, ask, type Shape } from '../../api/client.ts';
import { RemoveDialog } from '../changes/remove-dialog.tsx';
import { leadsThat } from '../counts.ts';
import { selectsQuery } from '../queries.ts';

interface ArchiveOptionProps {
  readonly slug: string;
  readonly select: string;
  readonly option: Shape<'Option'>;
  readonly onClose: () => void;
}

export function ArchiveOption({ slug, select, option, onClose }: ArchiveOptionProps) {
  return (
    <RemoveDialog
      slug={slug}
      part={{ select, option: option.value }}
      list={selectsQuery(slug)}
      title={`Archive the option “${option.label}”`}
      action="Archive"
      note={`${option.label} is archived.`}
      onClose={onClose}
      remove={(params) =>
        ask(
          api.DELETE('/campaigns/{slug}/selects/{key}/options/{value}', {
            params: { path: { slug, key: select, value: option.value }, ...params },
          }),
        )
      }
      change={(query) => ({ operation: 'deleteOption', path: { key: select, value: option.value }, query })}
    >
      {(leads) => (
        <>
          New leads can no longer have it.{' '}
          {leads.count > 0 && `${leadsThat(leads, 'has it, and keeps it', 'have it, and keep it')}. `}It can be
          restored.
        </>
      )}
    </RemoveDialog>
  );
}
