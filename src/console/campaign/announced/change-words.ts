/** Says what an announced change does. For a failed change, because the sentences of the document do not exist for it. */
import type { PlannedChange } from '../changes/planned.ts';

const words: Readonly<Record<PlannedChange['operation'], string>> = {
  updateCampaign: 'a change of the campaign',
  createField: 'a new field',
  updateField: 'a change of the field',
  deleteField: 'deleting the field',
  createOption: 'a new option of the select',
  updateOption: 'a change of the option',
  deleteOption: 'archiving the option',
  createStatus: 'a new status',
  updateStatus: 'a change of the status',
  deleteStatus: 'deleting the status',
  setDuplicateRule: 'a change of the duplicate check',
  updateFilter: 'a change of a filter',
  deleteFilter: 'deleting a filter',
  restoreRevision: 'restoring the revision',
};

/** `a change of the field “zip”`. A filter is not named, because its name may be unknown by then. */
export function changeWords({ operation, path = {} }: PlannedChange): string {
  const name = path.value ?? path.key ?? path.revision;
  return name === undefined ? words[operation] : `${words[operation]} “${name}”`;
}
