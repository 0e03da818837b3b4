package io.referralflow.architecture.planted.onlyholidayknowsjollyday.reward;

import de.focus_shift.jollyday.core.HolidayManager;

record PayDays(HolidayManager holidays) {}
