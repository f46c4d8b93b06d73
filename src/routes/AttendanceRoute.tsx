import { getRouteApi } from '@tanstack/react-router';
import { AttendancePage } from './AttendancePage.tsx';

const route = getRouteApi('/sessions/$sessionId/attendance');

export function AttendanceRoute() {
  const { sessionId } = route.useParams();
  return <AttendancePage key={sessionId} sessionId={sessionId} />;
}
