/**
 * The member's own settings (name, time zone, password, sessions), the account's name, and the look of its documentation
 * pages.
 */

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
