import type { NavigationItem } from './navigation.ts';

type NavigationListProps = {
  items: readonly NavigationItem[];
  looks: { readonly list: string | undefined; readonly item: string | undefined; readonly link: string | undefined };
};

/** Links to the places, each with its icon above its name. */
export function NavigationList({ items, looks }: NavigationListProps) {
  return (
    <ul role="list" className={looks.list}>
      {items.map((item) => (
        <li key={item.id} className={looks.item} data-current={item.current || undefined}>
          {item.render({
            className: looks.link,
            children: (
              <>
                {item.icon}
                <span>{item.label}</span>
              </>
            ),
            ...(item.current && { 'aria-current': 'page' as const }),
          })}
        </li>
      ))}
    </ul>
  );
}
