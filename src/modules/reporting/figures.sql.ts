/**
 * Everything that is counted, as rows (measure, at, day, kind, listing, country, seeker, provider, code), of a period and of some countries.
 * $1 first and $2 last day (UTC), $3 countries (null: all), $4 whether examples count. Rows of a listing have its country, those of a match
 * both countries and the need. A first step counts once, on the day it was taken, so that a count of the past never changes.
 */
const LISTINGS = `
  SELECT 'received' AS measure, min(e.at) AS at, l.kind, l.id AS listing, l.owner_country AS country, NULL::text AS seeker, NULL::text AS provider, NULL::text AS code
  FROM listing l JOIN audit_entry e ON e.subject_type = 'listing' AND e.subject_id = l.id::text AND e.action = 'listing.submit'
  WHERE $4 OR NOT l.is_example GROUP BY l.id
  UNION ALL
  SELECT 'published', l.published_at, l.kind, l.id, l.owner_country, NULL, NULL, NULL FROM listing l
  WHERE l.published_at IS NOT NULL AND ($4 OR NOT l.is_example)
  UNION ALL
  SELECT 'listing-rejected', d.decided_at, l.kind, l.id, l.owner_country, NULL, NULL, d.reason
  FROM review_decision d JOIN listing l ON l.id = d.listing_id WHERE d.decision = 'reject' AND ($4 OR NOT l.is_example)`;

/** Measure of a step of a match, by its name and where it led; of several of one match the first counts. */
const STEP = `CASE
  WHEN e.name = 'express-interest' AND e.to_state IN ('interest_provider', 'interest_seeker') THEN 'one-yes'
  WHEN e.name = 'express-interest' AND e.to_state = 'under_review' THEN 'both-yes'
  WHEN e.name = 'approve' THEN 'approved' WHEN e.name = 'reject' THEN 'rejected' WHEN e.name = 'decline' THEN 'declined'
  WHEN e.name = 'lapse' THEN 'lapsed' WHEN e.name = 'convert' THEN 'converted' END`;

const MATCHES = `
  SELECT 'matched' AS measure, m.created_at AS at, m.kind, m.need_id AS listing, NULL::text AS country, m.need_country AS seeker, m.offer_country AS provider, NULL::text AS code
  FROM match m JOIN listing n ON n.id = m.need_id WHERE $4 OR NOT n.is_example
  UNION ALL
  SELECT step.measure, step.at, m.kind, m.need_id, NULL, m.need_country, m.offer_country, step.reason FROM (
    SELECT DISTINCT ON (e.match_id, measure) e.match_id, ${STEP} AS measure, e.at, e.reason FROM match_event e ORDER BY e.match_id, measure, e.id
  ) step JOIN match m ON m.id = step.match_id JOIN listing n ON n.id = m.need_id WHERE step.measure IS NOT NULL AND ($4 OR NOT n.is_example)
  UNION ALL
  SELECT 'introduced', m.introduced_at, m.kind, m.need_id, NULL, m.need_country, m.offer_country, NULL
  FROM match m JOIN listing n ON n.id = m.need_id WHERE m.introduced_at IS NOT NULL AND ($4 OR NOT n.is_example)
  UNION ALL
  SELECT 'outcome', o.at, m.kind, m.need_id, NULL, m.need_country, m.offer_country, o.status FROM (
    SELECT DISTINCT ON (match_id, side) match_id, side, at, status FROM match_outcome WHERE (at AT TIME ZONE 'UTC')::date <= $2::date ORDER BY match_id, side, at DESC, id
  ) o JOIN match m ON m.id = o.match_id JOIN listing n ON n.id = m.need_id WHERE $4 OR NOT n.is_example`;

const EVENTS = `
  SELECT e.*, (e.at AT TIME ZONE 'UTC')::date AS day FROM (${LISTINGS} UNION ALL ${MATCHES}) e
  WHERE (e.at AT TIME ZONE 'UTC')::date BETWEEN $1::date AND $2::date
    AND ($3::text[] IS NULL OR e.country = ANY($3) OR e.seeker = ANY($3) OR e.provider = ANY($3))`;

/**
 * Counts by what is told apart. $5 holds the periods of membership of country groups (jsonb rows of group, country, from, to): a country counts
 * for its groups of that day, so one that leaves a group later changes nothing of what has been.
 */
export const COUNTS = `
  WITH event AS MATERIALIZED (${EVENTS}),
  membership AS (
    SELECT "group", country, coalesce("from", '-infinity') AS since, coalesce("to", 'infinity') AS until
    FROM jsonb_to_recordset($5::jsonb) AS g ("group" text, country text, "from" date, "to" date)
  )
  SELECT 'total' AS dimension, '' AS key, measure, count(*)::int AS count FROM event GROUP BY measure
  UNION ALL SELECT 'kind', kind, measure, count(*)::int FROM event GROUP BY kind, measure
  UNION ALL SELECT 'code', code, measure, count(*)::int FROM event WHERE code IS NOT NULL GROUP BY code, measure
  UNION ALL SELECT 'pair', provider || ' ' || seeker, measure, count(*)::int FROM event WHERE seeker IS NOT NULL GROUP BY provider, seeker, measure
  UNION ALL SELECT 'goal', goal.code, measure, count(*)::int FROM event e
    JOIN LATERAL (SELECT DISTINCT split_part(c.code, '.', 1) AS code FROM listing_code c WHERE c.listing_id = e.listing AND c.scheme IN ('sdg-goal', 'sdg-target')) goal ON true
    GROUP BY goal.code, measure
  UNION ALL SELECT 'group', g."group", measure, count(*)::int FROM event e
    JOIN membership g ON g.country = coalesce(e.seeker, e.country) AND e.day >= g.since AND e.day < g.until GROUP BY g."group", measure`;

/**
 * Median days of a step, and whose it was. $1 to $4 as above; a step counts in the period in which it ended.
 * A review begins with what sent the listing to its stage, a change with what asked for it, a step of a match with the one before.
 */
export const WAITS = `
  WITH step AS (
    SELECT 'review' AS step, CASE d.stage WHEN 'centre_review' THEN 'centre' ELSE 'global' END AS whose, d.decided_at AS at, d.decided_at - begun.at AS took,
           l.owner_country AS country, NULL::text AS seeker, NULL::text AS provider
    FROM review_decision d JOIN listing l ON l.id = d.listing_id
    JOIN LATERAL (SELECT max(e.at) AS at FROM audit_entry e WHERE e.subject_type = 'listing' AND e.subject_id = l.id::text AND e.at <= d.decided_at
      AND e.action IN ('listing.submit', 'listing.pass-on', 'listing.approve') AND e.data->>'to' = d.stage) begun ON begun.at IS NOT NULL
    WHERE $4 OR NOT l.is_example
    UNION ALL
    SELECT 'change', 'owner', e.at, e.at - asked.at, l.owner_country, NULL, NULL
    FROM audit_entry e JOIN listing l ON e.subject_id = l.id::text
    JOIN LATERAL (SELECT max(d.decided_at) AS at FROM review_decision d WHERE d.listing_id = l.id AND d.decision = 'request-changes' AND d.decided_at <= e.at) asked
      ON asked.at IS NOT NULL
    WHERE e.subject_type = 'listing' AND e.action = 'listing.submit' AND e.data->>'from' = 'changes_requested' AND ($4 OR NOT l.is_example)
    UNION ALL
    SELECT CASE WHEN e.name = 'express-interest' AND e.to_state = 'under_review' THEN 'second-yes' WHEN e.name = 'express-interest' THEN 'first-yes' ELSE 'decision' END,
           CASE WHEN e.name = 'express-interest' THEN e.side ELSE 'global' END, e.at, e.at - coalesce(e.before, m.created_at), NULL, m.need_country, m.offer_country
    FROM (SELECT *, lag(at) OVER (PARTITION BY match_id ORDER BY id) AS before FROM match_event) e
    JOIN match m ON m.id = e.match_id JOIN listing n ON n.id = m.need_id
    WHERE ((e.name = 'express-interest' AND e.side IS NOT NULL AND e.from_state IS DISTINCT FROM e.to_state)
        OR (e.name IN ('approve', 'reject') AND e.from_state = 'under_review')) AND ($4 OR NOT n.is_example)
  )
  SELECT step, whose, count(*)::int AS count, round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took)) / 86400)::numeric, 1)::float8 AS days
  FROM step WHERE (at AT TIME ZONE 'UTC')::date BETWEEN $1::date AND $2::date
    AND ($3::text[] IS NULL OR country = ANY($3) OR seeker = ANY($3) OR provider = ANY($3))
  GROUP BY step, whose ORDER BY step, whose`;
