/** Exports all leads that the list's filters match. The file is streamed, with progress and a way to stop. */
import { Button, Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { messageOf } from '../api/problem.ts';
import { csvWords } from '../session/csv-form.ts';
import { useSession } from '../session/queries.ts';
import { showFailure, showToast } from '../ui/toast.ts';
import { type ExportForm, exportLeads } from './export-leads.ts';
import type { ListSearch } from './queries.ts';

const forms: readonly { readonly form: ExportForm; readonly label: string }[] = [
  { form: 'spreadsheet', label: 'CSV, for a spreadsheet' },
  { form: 'csv', label: 'CSV, for programs' },
  { form: 'ndjson', label: 'JSON lines, for programs' },
];

export function ExportMenu({ slug, search }: { readonly slug: string; readonly search: ListSearch }) {
  const { member } = useSession();
  const [lines, setLines] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const run = useMutation({
    mutationFn: (form: ExportForm) => {
      stop.current = new AbortController();
      setLines(0);
      return exportLeads(slug, search, form, { signal: stop.current.signal, progress: setLines });
    },
    onSuccess: () => showToast('File saved in your downloads.'),
    onError: (error) => {
      if (!stop.current?.signal.aborted) showFailure(messageOf(error));
    },
  });
  if (run.isPending) {
    return (
      <Button variant="default" onClick={() => stop.current?.abort()}>
        {lines.toLocaleString('en')} leads… stop
      </Button>
    );
  }
  return (
    <Menu withinPortal position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map(({ form, label }) => (
          <Menu.Item key={form} onClick={() => run.mutate(form)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Text size="xs" c="dimmed" p="xs">
          The leads that match the list’s filters. CSV for a spreadsheet has {csvWords(member)}, and times in{' '}
          {member.time_zone ?? 'UTC'}: <Link to="/account/settings">change them in Settings</Link>. For programs times
          are in UTC. In CSV, text that a spreadsheet would run as a formula begins with an apostrophe, such as +45….
        </Text>
      </Menu.Dropdown>
    </Menu>
  );
}
