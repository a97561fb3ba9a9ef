/** What is one's own: name, time zone, password, sessions; and the account's name, and how its documentation pages look. */

import { AccountCard } from '../account/account-card.tsx';
import { LookCard } from '../account/look-card.tsx';
import { PasswordCard } from '../account/password-card.tsx';
import { ProfileCard } from '../account/profile-card.tsx';
import { SessionsCard } from '../account/sessions-card.tsx';
import { Page } from '../ui/page.tsx';

export function SettingsPage() {
  return (
    <Page title="Settings">
      <ProfileCard />
      <PasswordCard />
      <SessionsCard />
      <AccountCard />
      <LookCard />
    </Page>
  );
}
