import { type ReactNode, useState } from 'react';

import { ApiError } from './api/api-error.ts';
import { Amount } from './ui/amount.tsx';
import { Button, ButtonLink } from './ui/button.tsx';
import { Dialog, DialogActions } from './ui/dialog.tsx';
import { Duration } from './ui/duration.tsx';
import { Choices, SelectField, TextArea, TextField } from './ui/field.tsx';
import { ProblemNote } from './ui/form.tsx';
import { HoursBar } from './ui/hours-bar.tsx';
import { Instant } from './ui/instant.tsx';
import { LanguageSwitch } from './ui/language-switch.tsx';
import { MotionSwitch } from './ui/motion-switch.tsx';
import { Figures, Page, Section } from './ui/page.tsx';
import { State, type Tone } from './ui/state.tsx';
import { Empty, Failed, Loading } from './ui/states.tsx';
import { Table } from './ui/table.tsx';
import { Tabs } from './ui/tabs.tsx';
import { ThemeSwitch } from './ui/theme-switch.tsx';
import { useToast } from './ui/toast.tsx';
import { Week } from './ui/week.tsx';

const NOON = '2026-03-11T12:00:00Z';
const tones: readonly Tone[] = ['running', 'settled', 'waiting', 'fault', 'idle'];
const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
];

/** `/_ui` while one builds: each component of `ui/` in each of its states. */
export function Gallery() {
  return (
    <main className="p-4 sm:p-8">
      <Page
        title="Components"
        lede="Each with its states, in the theme and the language that are chosen here."
        actions={
          <>
            <LanguageSwitch />
            <ThemeSwitch />
          </>
        }
      >
        <Section title="Button">
          <Row>
            <Button weight="strong">Strong</Button>
            <Button>Plain</Button>
            <Button weight="quiet">Quiet</Button>
            <Button weight="grave">Grave</Button>
            <Button isBusy>Busy</Button>
            <Button disabled>Disabled</Button>
            <Button size="small">Small</Button>
            <Button size="thumb">Thumb</Button>
            <ButtonLink to="/_ui">Link</ButtonLink>
          </Row>
        </Section>
        <Section title="State">
          <Row>
            {tones.map((tone) => (
              <State key={tone} tone={tone}>
                {tone}
              </State>
            ))}
          </Row>
        </Section>
        <Section title="Numbers" note="As the reader writes them.">
          <Row>
            <Amount cents={123_456} />
            <Amount cents={1_850} isRate />
            <Duration seconds={45_296} />
            <Duration seconds={45_296} isRunning />
            <Instant at={NOON} />
            <Instant at={NOON} as="date" />
            <Instant at={NOON} as="time" zone="America/New_York" />
            <Week start="2026-03-08T23:00:00Z" end="2026-03-15T23:00:00Z" zone="Europe/Oslo" />
          </Row>
          <Figures
            figures={[
              { label: 'With a note', value: <Amount cents={9_990} />, note: 'under it' },
              { label: 'Without', value: 3 },
            ]}
          />
        </Section>
        <Section title="Hours bar">
          <div className="grid max-w-md gap-4">
            <HoursBar label="Open" seconds={18_000} limitSeconds={54_000} />
            <HoursBar label="Running" seconds={30_000} limitSeconds={54_000} isRunning />
            <HoursBar label="Near the limit" seconds={50_000} limitSeconds={54_000} />
            <HoursBar label="Over" seconds={54_000} limitSeconds={54_000} overSeconds={5_400} isOpen={false} />
          </div>
        </Section>
        <Fields />
        <Section title="Table and tabs">
          <Tabs
            label="Sister screens"
            tabs={[
              { to: '/_ui', label: 'Here' },
              { to: '/', label: 'There' },
            ]}
          />
          <Table
            caption="Two rows"
            rows={['one', 'two']}
            rowKey={(row) => row}
            columns={[
              { key: 'name', label: 'Name', isHeading: true, render: (row) => row },
              { key: 'amount', label: 'Amount', isNumber: true, render: () => <Amount cents={4_200} /> },
            ]}
          />
        </Section>
        <Section title="Empty, loading, failed">
          <Empty title="Nothing yet" action={<Button size="small">The first step</Button>}>
            What will stand here, and how it gets here.
          </Empty>
          <Loading lines={2} />
          <Failed error={new ApiError(409, 'week_frozen', '')} onRetry={() => {}} />
          <ProblemNote error={new ApiError(403, 'email_not_verified', '')} />
        </Section>
        <Over />
      </Page>
    </main>
  );
}

function Fields() {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(['a']);
  return (
    <Section title="Fields">
      <div className="grid max-w-md gap-4">
        <TextField label="Text" value={text} onChange={setText} help="Said before anything goes wrong." />
        <TextField label="With affixes" value={text} onChange={setText} before="$" after="/h" isOptional />
        <TextField label="At fault" value={text} onChange={setText} fault="is required" />
        <TextField label="Disabled" value={text} onChange={setText} disabled />
        <TextArea label="Long" value={text} onChange={setText} />
        <SelectField label="One of them" value="" prompt="Choose" options={options} onChange={() => {}} />
        <Choices
          legend="Any of them"
          options={options}
          chosen={chosen}
          onChange={setChosen}
          fault="choose at least one"
        />
      </div>
    </Section>
  );
}

function Over() {
  const say = useToast();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title="Over the page">
      <Row>
        <Button onClick={() => setOpen(true)}>Dialog</Button>
        <Button onClick={() => say('Said once, and heard too.')}>Toast</Button>
        <MotionSwitch />
      </Row>
      {isOpen ? (
        <Dialog title="A question" onClose={() => setOpen(false)}>
          <p>
            With its money shown again: <Amount cents={9_990} />.
          </p>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>Not yet</Button>
            <Button weight="strong" onClick={() => setOpen(false)}>
              Yes
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </Section>
  );
}

function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
