import { ButtonLink } from '../ui/button.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

export function NotFound() {
  return (
    <PublicPage title="Not found">
      <Sheet title="There is nothing here" lede="The address may be wrong, or what it named is not yours to see.">
        <ButtonLink to="/" weight="strong">
          To the first page
        </ButtonLink>
      </Sheet>
    </PublicPage>
  );
}
