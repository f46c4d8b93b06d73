import type { Place } from './places.ts';

type PlaceListProps = {
  places: readonly Place[];
  looks: { readonly list: string | undefined; readonly place: string | undefined; readonly link: string | undefined };
};

/** Links to the places, each with its icon above its name. */
export function PlaceList({ places, looks }: PlaceListProps) {
  return (
    <ul role="list" className={looks.list}>
      {places.map((place) => (
        <li key={place.id} className={looks.place} data-current={place.current || undefined}>
          {place.render({
            className: looks.link,
            children: (
              <>
                {place.icon}
                <span>{place.label}</span>
              </>
            ),
            ...(place.current && { 'aria-current': 'page' as const }),
          })}
        </li>
      ))}
    </ul>
  );
}
