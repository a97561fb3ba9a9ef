/** The members of the account and their roles. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { InviteDialog } from '../account/member-dialogs.tsx';
import { MemberList } from '../account/member-list.tsx';
import { membersQuery } from '../account/queries.ts';
import { Allowed } from '../session/roles.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

export function MembersPage() {
  const members = useQuery(membersQuery);
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title="Members"
      description="The people of your account. Vendors are not members; give them a token instead."
      actions={
        <Allowed to="admin">
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
            Invite a member
          </Button>
        </Allowed>
      }
    >
      <Loaded query={members}>{(all) => <MemberList members={all} />}</Loaded>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}
