/** Downloads the entries that the filters match, as CSV for a spreadsheet. */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { messageOf } from '../api/problem.ts';
import { giveFile } from '../ui/give-file.ts';
import { showFailure, showToast } from '../ui/toast.ts';
import type { AuditSearch } from './queries.ts';

export function AuditExport({ search }: { readonly search: AuditSearch }) {
  const run = useMutation({
    mutationFn: async () => {
      const query = { ...(search as object), spreadsheet: true };
      const answer = api.GET('/audit/export', { params: { query }, headers: { accept: 'text/csv' }, parseAs: 'blob' });
      giveFile((await ask(answer)) as unknown as Blob, 'audit-log.csv');
    },
    onSuccess: () => showToast('File saved in your downloads.'),
    onError: (error) => showFailure(`Not exported. ${messageOf(error)}`),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={run.isPending}
      onClick={() => run.mutate()}
    >
      Export as CSV
    </Button>
  );
}
