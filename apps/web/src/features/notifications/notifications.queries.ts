import type { NoticesView } from '@app/wire/notifications';
import { queryOptions } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

export const noticesQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => get<NoticesView>('/notifications', signal),
});
