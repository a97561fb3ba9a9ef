/** The steps to the first vendor, as a list that ticks itself. It can be hidden, for each campaign. */
import { Anchor, Button, Card, CloseButton, Group, Progress, Stack, Text, ThemeIcon } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Allowed } from '../session/roles.tsx';
import { tokensQuery } from './queries.ts';
import { useSteps } from './use-steps.ts';

interface GuideProps {
  readonly slug: string;
  /** Opens the dialog that does all steps at once. */
  readonly addVendor: () => void;
}

export function Guide({ slug, addVendor }: GuideProps) {
  const [away, setAway] = useLocalStorage({
    key: `leadspec.guide.${slug}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const { data: tokens } = useQuery(tokensQuery(slug));
  const steps = useSteps(
    slug,
    tokens?.some(({ last_used_at }) => last_used_at !== null),
  );
  if (away || !steps || steps.every(({ done }) => done)) return null;
  const done = steps.filter((step) => step.done).length;
  return (
    <Card withBorder padding="lg" component="section" aria-label="First vendor">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600} component="h2" size="md">
          Your first vendor: {done} of {steps.length}
        </Text>
        <CloseButton aria-label="Hide the guide" onClick={() => setAway(true)} />
      </Group>
      <Progress value={(done / steps.length) * 100} size="sm" my="sm" aria-label="Steps done" />
      <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map((step) => (
          <Group key={step.title} gap="sm" wrap="nowrap" component="li" align="flex-start">
            <ThemeIcon size={20} radius="xl" variant={step.done ? 'filled' : 'default'} color="teal.9" aria-hidden>
              {step.done ? <IconCheck size={13} /> : <IconCircle size={10} />}
            </ThemeIcon>
            <Text size="sm">
              <Anchor
                renderRoot={(props) => <Link to={step.to} params={{ slug }} {...props} />}
                fw={500}
                underline="always"
              >
                {step.title}
              </Anchor>{' '}
              <Text span size="sm" c="dimmed">
                {step.done ? 'done' : step.hint}
              </Text>
            </Text>
          </Group>
        ))}
      </Stack>
      <Group mt="md" gap="sm">
        <Allowed to="admin">
          <Button size="xs" onClick={addVendor}>
            Or do it in one step: add a vendor
          </Button>
        </Allowed>
      </Group>
    </Card>
  );
}
