import { DefaultNamingStrategy } from 'typeorm';

/** `weeklyLimitMinutes` in code is `weekly_limit_minutes` in SQL, without a name on every column. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
