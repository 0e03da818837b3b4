package io.referralflow.architecture.planted.onlycsvknowsfastcsv.reward;

import de.siegmar.fastcsv.reader.CsvRecord;

record PayList(CsvRecord line) {}
