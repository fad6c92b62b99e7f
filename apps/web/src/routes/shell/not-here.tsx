import { useLocation } from 'wouter';

import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';

export function NotHere() {
  const [path] = useLocation();
  return (
    <Page title="There is nothing here" lede="The address may be wrong, or what it named is not yours to see.">
      <ButtonLink to={path.startsWith('/hire') ? '/hire' : '/assist'} weight="strong">
        To your week
      </ButtonLink>
    </Page>
  );
}
